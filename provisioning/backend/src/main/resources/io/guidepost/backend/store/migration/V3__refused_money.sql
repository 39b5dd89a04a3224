-- What tells of money or stock is kept for good when it is refused, and shown to head office until somebody has removed it.
alter table refused_messages add column money boolean default false not null;
update refused_messages set money = true where topic like 'up/evt/payment-%' or topic = 'up/evt/stock-restocked';
create index refused_messages_money on refused_messages (money);
