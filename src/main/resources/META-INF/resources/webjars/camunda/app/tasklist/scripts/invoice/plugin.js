// A tab beside the form: the invoice as it will be printed, and what its customer owes now.

const WORDS = {
  none: 'This task is about no invoice.',
  failed: 'The invoice cannot be shown at present.',
  pdf: 'Open the PDF',
  file: 'Open the account',
  history: 'Everything about the invoice',
};

function element(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function link(href, text) {
  return element('a', { href, target: '_blank', rel: 'noopener', textContent: text });
}

function fact(label, value) {
  return element('div', { className: 'dw-fact' }, [
    element('dt', { textContent: label }),
    element('dd', { textContent: value }),
  ]);
}

function account(facts) {
  return element('section', { className: 'dw-account' }, [
    element('h4', { textContent: `${facts.customerName} (${facts.customerNumber})` }),
    element('dl', {}, [
      fact('Owes now', facts.balance),
      fact('Overdue', facts.overdue),
      fact('Oldest item overdue for', `${facts.daysOverdue} days`),
      fact('This invoice', facts.amount),
      fact('Terms', facts.terms),
      fact('Purchase order', facts.order),
    ]),
    element('p', {}, [
      link(`/customers/${facts.customer}`, WORDS.file), ' · ', link(`/invoices/${facts.invoice}`, WORDS.history),
    ]),
  ]);
}

function paper(facts) {
  const picture = element('img', {
    className: 'dw-paper', src: `/api/invoices/${facts.invoice}/picture`, alt: `Invoice to ${facts.customerName}, ${facts.amount}`,
  });
  picture.addEventListener('error', () => picture.remove());
  return element('section', {}, [
    element('p', {}, [link(`/api/invoices/${facts.invoice}/pdf`, WORDS.pdf)]),
    picture,
  ]);
}

async function show(node, task) {
  const answer = await fetch(`/api/tasks/${encodeURIComponent(task)}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    node.textContent = WORDS.failed;
    return;
  }
  const { process, facts } = await answer.json();
  if (process !== 'invoice-approval') {
    node.textContent = WORDS.none;
    return;
  }
  node.replaceChildren(element('div', { className: 'dw-invoice' }, [paper(facts), account(facts)]));
}

export default {
  id: 'dunwell.invoice',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Document and account' },
  render: (node, { taskId }) => {
    show(node, taskId).catch(() => { node.textContent = WORDS.failed; });
  },
  unmount: () => {},
};
