// the product's name, as the portal has it
const vendor = navigator.language.startsWith('en') ? 'Emulation and Commendation' : 'Thi đua - Khen thưởng';

export default {
  app: {vendor, name: 'Welcome'},
  links: [],
  disableWelcomeMessage: true
};
