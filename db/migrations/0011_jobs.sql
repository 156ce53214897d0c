CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`key` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`run_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` text,
	`done` integer,
	`total` integer,
	`problem` text,
	`created_at` text NOT NULL,
	`ended_at` text,
	CONSTRAINT "jobs_state" CHECK(state in ('waiting', 'running', 'failed', 'done', 'given_up')),
	CONSTRAINT "jobs_lease" CHECK((state = 'running') = (lease_until is not null)),
	CONSTRAINT "jobs_ended" CHECK((state in ('failed', 'done', 'given_up')) = (ended_at is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_waiting_once` ON `jobs` (`kind`,`key`) WHERE state = 'waiting' and key is not null;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_listed` ON `jobs` (`state`,`id`);