// the product's name, as the portal has it
const english = navigator.language.startsWith('en');
const vendor = english ? 'Emulation and Commendation' : 'Thi đua - Khen thưởng';
document.documentElement.lang = english ? 'en' : 'vi';

export default {
  app: {vendor, name: 'Tasklist'},
  locales: {availableLocales: ['vi', 'en'], fallbackLocale: 'vi'},
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'nhận việc đang chọn'},
    focusFilter: {key: 'ctrl+shift+f', description: 'chuyển đến bộ lọc đầu tiên'},
    focusList: {key: 'ctrl+alt+l', description: 'chuyển đến việc đầu tiên trong danh sách'},
    focusForm: {key: 'ctrl+alt+f', description: 'chuyển đến ô đầu tiên của biểu mẫu'}
  },
  disableWelcomeMessage: true
};
