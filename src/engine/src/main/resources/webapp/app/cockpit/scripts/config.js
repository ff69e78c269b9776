// the product's name, as the portal has it
const english = navigator.language.startsWith('en');
const vendor = english ? 'Emulation and Commendation' : 'Thi đua - Khen thưởng';
document.documentElement.lang = english ? 'en' : 'vi';

// Who only watches is shown no button to repair with; Operaton shows them to everybody and refuses.
// Whether to, changes with who logs in, which leads to another view of the same page.
async function showRepairs() {
  if (location.hash.startsWith('#/login')) return;
  const engine = document.querySelector('base').getAttribute('engine-api') + 'engine/default/';
  const question = 'permissionName=UPDATE_INSTANCE&resourceName=PROCESS_DEFINITION&resourceType=6&resourceId=*';
  const answer = await fetch(engine + 'authorization/check?' + question);
  const repairs = answer.ok && (await answer.json()).authorized;
  document.documentElement.classList.toggle('repairs', repairs);
}
window.addEventListener('hashchange', showRepairs);
showRepairs();

export default {
  app: {vendor, name: 'Cockpit'},
  disableWelcomeMessage: true
};
