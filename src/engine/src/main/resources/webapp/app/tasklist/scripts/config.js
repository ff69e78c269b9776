// the product's name, as the portal has it
const vendor = navigator.language.startsWith('en') ? 'Emulation and Commendation' : 'Thi đua - Khen thưởng';

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
