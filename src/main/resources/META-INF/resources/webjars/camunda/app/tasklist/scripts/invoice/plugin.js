// A tab beside the form: the invoice as it will be printed, and what its customer owes now.

const WORDS = {
  none: 'This task is about no single invoice.',
  delivery: 'Open the delivery',
  failed: 'The invoice cannot be shown at present.',
  pdf: 'Open the PDF',
  file: 'Open the account',
  history: 'Everything about the invoice',
  items: 'What is open, the earliest due first',
  settled: 'Nothing is open.',
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

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function cell(text, className = '') {
  return element('td', { textContent: text, className });
}

function items(facts) {
  if (facts.openItems.length === 0) {
    return element('p', { textContent: WORDS.settled });
  }
  const heads = ['Open item', 'Due', 'Open'].map((textContent) => element('th', { textContent, scope: 'col' }));
  const rows = facts.openItems.map((item) => element('tr', {}, [
    cell(item.label),
    element('td', {}, [item.due, ...(item.late === '' ? [] : [element('div', { className: 'dw-late', textContent: `${item.late} late` })])]),
    cell(item.open),
  ]));
  return element('table', { className: 'dw-items' }, [
    element('caption', { textContent: WORDS.items }),
    element('thead', {}, [element('tr', {}, heads)]),
    element('tbody', {}, rows),
  ]);
}

function account(facts) {
  return element('section', { className: 'dw-account' }, [
    element('h4', { textContent: `${facts.customerName} (${facts.customerNumber})` }),
    element('dl', {}, [
      fact('Owes now', facts.balance),
      fact('Overdue', facts.daysOverdue === 0 ? facts.overdue : `${facts.overdue}, ${facts.oldest}`),
      fact('Waits to be applied', facts.unapplied),
      fact('This invoice', facts.amount),
      fact('Terms', facts.terms),
      fact('Purchase order', facts.order),
    ]),
    element('p', { textContent: sentence(facts.credit) }),
    items(facts),
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
    element('a', { href: `/api/invoices/${facts.invoice}/pdf`, target: '_blank', rel: 'noopener' }, [picture]),
  ]);
}

// what else there is to look at, where the task is about no invoice
function elsewhere(facts) {
  const account = facts.customer ? `/${facts.customer}` : `?q=${encodeURIComponent(facts.customerNumber)}`;
  return [
    element('p', { textContent: WORDS.none }),
    ...(facts.delivery ? [element('p', {}, [link(`/deliveries/${facts.delivery}`, WORDS.delivery)])] : []),
    element('p', {}, [link(`/customers${account}`, WORDS.file)]),
  ];
}

async function show(node, task) {
  const answer = await fetch(`/api/tasks/${encodeURIComponent(task)}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    node.textContent = WORDS.failed;
    return;
  }
  const { process, facts } = await answer.json();
  if (process !== 'invoice-approval') {
    node.replaceChildren(...elsewhere(facts));
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
