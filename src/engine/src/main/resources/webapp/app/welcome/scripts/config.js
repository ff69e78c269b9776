// the product's name, as the portal has it
const english = navigator.language.startsWith('en');
const vendor = english ? 'Emulation and Commendation' : 'Thi đua - Khen thưởng';
document.documentElement.lang = english ? 'en' : 'vi';

export default {
  app: {vendor, name: 'Welcome'},
  links: [],
  disableWelcomeMessage: true
};
