-- One name for what an influencer gets, in offers as in contracts.
ALTER TABLE offers RENAME COLUMN components TO compensation;
