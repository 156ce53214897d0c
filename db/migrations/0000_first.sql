CREATE TABLE `articles` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`outlet` text,
	`byline` text,
	`url` text,
	`url_key` text,
	`searched` text DEFAULT '' NOT NULL,
	`published_on` text,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`added_by_id` integer,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`claim_count` integer DEFAULT 0 NOT NULL,
	`decided_count` integer DEFAULT 0 NOT NULL,
	`sentence_count` integer DEFAULT 0 NOT NULL,
	`looked_at_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `articles_url` ON `articles` (`url_key`);--> statement-breakpoint
CREATE TABLE `sentences` (
	`id` integer PRIMARY KEY NOT NULL,
	`version_id` integer NOT NULL,
	`number` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`triage` text DEFAULT 'untouched' NOT NULL,
	`reason` text,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sentences_triage" CHECK(triage in ('untouched', 'claim', 'not_a_claim'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sentences_number` ON `sentences` (`version_id`,`number`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`blocks` text NOT NULL,
	`sha256` text NOT NULL,
	`added_by_id` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_number` ON `versions` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `versions_sha256` ON `versions` (`sha256`);--> statement-breakpoint
CREATE TABLE `claim_tags` (
	`claim_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `tag_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_tags_tag` ON `claim_tags` (`tag_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `claimants` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`name_key` text NOT NULL,
	`role_key` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claimants_name_role` ON `claimants` (`name_key`,`role_key`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`version_id` integer NOT NULL,
	`statement` text NOT NULL,
	`quote` text NOT NULL,
	`quote_start` integer NOT NULL,
	`quote_end` integer NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`claimant_id` integer,
	`reported_by_id` integer,
	`claimed_on` text,
	`claimed_place` text,
	`kind` text NOT NULL,
	`priority` integer DEFAULT 2 NOT NULL,
	`assignee_id` integer,
	`due_on` text,
	`due_key` text GENERATED ALWAYS AS (case when due_on is null then '9999-99-99' else due_on end) VIRTUAL,
	`state` text DEFAULT 'open' NOT NULL,
	`set_aside_reason` text,
	`state_before` text,
	`decision_id` integer,
	`rating_id` integer,
	`evidence_count` integer DEFAULT 0 NOT NULL,
	`added_by_id` integer,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimant_id`) REFERENCES `claimants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `claimants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_state_known" CHECK(state in ('candidate', 'open', 'checking', 'in_review', 'decided', 'published', 'set_aside')),
	CONSTRAINT "claims_quote_span" CHECK(quote_end > quote_start)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_number` ON `claims` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `claims_state` ON `claims` (`state`,`id`,`kind`,`priority`);--> statement-breakpoint
CREATE INDEX `claims_rating` ON `claims` (`rating_id`,`id`,`state`,`kind`,`priority`);--> statement-breakpoint
CREATE INDEX `claims_claimant` ON `claims` (`claimant_id`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_reported_by` ON `claims` (`reported_by_id`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`assignee_id`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_kind` ON `claims` (`kind`,`id`,`state`,`priority`);--> statement-breakpoint
CREATE INDEX `claims_priority` ON `claims` (`priority`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_changed` ON `claims` (`changed_at`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_due` ON `claims` (`due_key`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_due_unfinished` ON `claims` (`due_key`,`id`,`state`) WHERE state not in ('decided', 'published', 'set_aside');--> statement-breakpoint
CREATE INDEX `claims_no_evidence` ON `claims` (`id`,`state`) WHERE evidence_count = 0;--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_nameKey_unique` ON `tags` (`name_key`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`source_id` integer NOT NULL,
	`stance` text NOT NULL,
	`passage` text,
	`locator` text,
	`note` text,
	`added_by_id` integer,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by_id` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_stance" CHECK(stance in ('supports', 'refutes', 'context'))
);
--> statement-breakpoint
CREATE INDEX `evidence_claim` ON `evidence` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `evidence_source` ON `evidence` (`source_id`,`id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`url` text,
	`url_key` text,
	`archived_url` text,
	`title` text NOT NULL,
	`publisher` text,
	`author` text,
	`published_on` text,
	`kind` text NOT NULL,
	`primary` integer DEFAULT false NOT NULL,
	`interest` text,
	`confidential` integer DEFAULT false NOT NULL,
	`searched` text NOT NULL,
	`added_by_id` integer,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_url` ON `sources` (`url_key`);--> statement-breakpoint
CREATE INDEX `sources_kind` ON `sources` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`body` blob NOT NULL,
	`hash` blob NOT NULL,
	`at` text NOT NULL,
	`type` text NOT NULL,
	`kind` text NOT NULL,
	`actor_id` integer,
	`article_id` integer,
	`claim_id` integer,
	`source_id` integer,
	`person_id` integer
);
--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_article` ON `events` (`article_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_claim` ON `events` (`claim_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_source` ON `events` (`source_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_person` ON `events` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`,`seq`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`invited_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`accepted_by_id` integer,
	`withdrawn_at` text,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_tokenHash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`deactivated_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_role" CHECK(role in ('reader', 'checker', 'editor', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`token_hash` text NOT NULL,
	`device` text NOT NULL,
	`address` text NOT NULL,
	`device_hash` text,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_tokenHash_unique` ON `sign_ins` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_person` ON `sign_ins` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` integer PRIMARY KEY NOT NULL,
	`scale` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`value` integer,
	`tone` text NOT NULL,
	`shape` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_key` ON `ratings` (`scale`,`key`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`newsroom` text NOT NULL,
	`deciding` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`number` integer NOT NULL,
	`verdict_id` integer NOT NULL,
	`rating_id` integer NOT NULL,
	`rationale` text NOT NULL,
	`basis` text NOT NULL,
	`checker_id` integer NOT NULL,
	`reviewer_id` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verdict_id`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_basis" CHECK(basis in ('single', 'agreed', 'adjudicated'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number` ON `decisions` (`claim_id`,`number`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`verdict_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`reviewer_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`verdict_id`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_outcome" CHECK(outcome in ('approved', 'returned')),
	CONSTRAINT "reviews_not_own" CHECK(reviewer_id <> author_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_verdictId_unique` ON `reviews` (`verdict_id`);--> statement-breakpoint
CREATE INDEX `reviews_returned` ON `reviews` (`author_id`,`id`) WHERE outcome = 'returned';--> statement-breakpoint
CREATE TABLE `verdicts` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`number` integer NOT NULL,
	`rating_id` integer NOT NULL,
	`rationale` text NOT NULL,
	`explanation` text,
	`author_id` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_number` ON `verdicts` (`claim_id`,`number`);--> statement-breakpoint
CREATE INDEX `verdicts_author` ON `verdicts` (`author_id`,`id`);