ALTER TABLE `sources` ADD `language` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `doi` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `isbn` text;--> statement-breakpoint
CREATE INDEX `sources_doi` ON `sources` (`doi`);