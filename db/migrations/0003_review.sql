CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`whom` text NOT NULL,
	`way` text NOT NULL,
	`asked` text,
	`asked_on` text NOT NULL,
	`deadline_on` text,
	`outcome` text DEFAULT 'waiting' NOT NULL,
	`answer` text,
	`answered_on` text,
	`public` integer DEFAULT false NOT NULL,
	`salt` text NOT NULL,
	`added_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`withdrawn_at` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempts_claim` ON `attempts` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `attempts_deadline` ON `attempts` (`outcome`,`deadline_on`);--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`id` integer PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`root` blob NOT NULL,
	`note` text NOT NULL,
	`frontier` blob NOT NULL,
	`reason` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checkpoints_size_unique` ON `checkpoints` (`size`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY NOT NULL,
	`thread_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`body` text NOT NULL,
	`salt` text NOT NULL,
	`created_at` text NOT NULL,
	`erased_at` text,
	`erased_by_id` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`erased_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`comment_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `threads` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`evidence_id` integer,
	`verdict_id` integer,
	`opened_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`resolved_at` text,
	`resolved_by_id` integer,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verdict_id`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `threads_claim` ON `threads` (`claim_id`,`id`);--> statement-breakpoint
CREATE TABLE `citations` (
	`claim_id` integer NOT NULL,
	`cited_id` integer NOT NULL,
	`added_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`claim_id`, `cited_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cited_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "citations_other" CHECK(claim_id <> cited_id)
);
--> statement-breakpoint
CREATE INDEX `citations_cited` ON `citations` (`cited_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`before_id` integer NOT NULL,
	`after_id` integer,
	`author_id` integer NOT NULL,
	`approver_id` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`before_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`after_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approver_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "corrections_withdrawal" CHECK((kind = 'withdrawal') = (after_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `corrections_number` ON `corrections` (`claim_id`,`number`);--> statement-breakpoint
CREATE TABLE `flags` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`correction_id` integer NOT NULL,
	`why` text NOT NULL,
	`created_at` text NOT NULL,
	`cleared_at` text,
	`cleared_by_id` integer,
	`cleared_note` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cleared_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flags_once` ON `flags` (`claim_id`,`correction_id`);--> statement-breakpoint
CREATE INDEX `flags_open` ON `flags` (`claim_id`) WHERE cleared_at is null;--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`decision_id` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`rating_id` integer,
	`rationale` text,
	`explanation` text,
	`author_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`answered_at` text,
	`answered_by_id` integer,
	`outcome` text,
	`reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_open` ON `proposals` (`claim_id`) WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX `proposals_claim` ON `proposals` (`claim_id`,`id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`reason` text NOT NULL,
	`seq` integer NOT NULL,
	`claim_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`id`) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX `notifications_claim` ON `notifications` (`person_id`,`claim_id`);--> statement-breakpoint
CREATE TABLE `scales` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policies` (
	`rule` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `searches` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`side` text NOT NULL,
	`note` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "searches_side" CHECK(side in ('supports', 'refutes'))
);
--> statement-breakpoint
CREATE INDEX `searches_claim` ON `searches` (`claim_id`,`id`);--> statement-breakpoint
CREATE TABLE `adjudications` (
	`id` integer PRIMARY KEY NOT NULL,
	`round_id` integer NOT NULL,
	`decision_id` integer NOT NULL,
	`adjudicator_id` integer NOT NULL,
	`difference` text NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adjudicator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adjudications_roundId_unique` ON `adjudications` (`round_id`);--> statement-breakpoint
CREATE INDEX `adjudications_decision` ON `adjudications` (`decision_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	`opened_by_id` integer,
	`created_at` text NOT NULL,
	`closed_at` text,
	`ended` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rounds_two" CHECK(first_id <> second_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_open` ON `rounds` (`claim_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `rounds_claim` ON `rounds` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_first` ON `rounds` (`first_id`,`closed_at`);--> statement-breakpoint
CREATE INDEX `rounds_second` ON `rounds` (`second_id`,`closed_at`);--> statement-breakpoint
CREATE TABLE `verdict_evidence` (
	`verdict_id` integer NOT NULL,
	`evidence_id` integer NOT NULL,
	PRIMARY KEY(`verdict_id`, `evidence_id`),
	FOREIGN KEY (`verdict_id`) REFERENCES `verdicts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `articles` ADD `independent` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `scale` text REFERENCES scales(key);--> statement-breakpoint
ALTER TABLE `claims` ADD `independent` integer;--> statement-breakpoint
ALTER TABLE `claims` ADD `published_at` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `correction_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `last_correction_at` text;--> statement-breakpoint
ALTER TABLE `events` ADD `round_id` integer;--> statement-breakpoint
ALTER TABLE `settings` ADD `scale` text DEFAULT 'five-step' NOT NULL;--> statement-breakpoint
ALTER TABLE `decisions` ADD `override_reason` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `round_id` integer;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `override_reason` text;