INSERT INTO settings (id, newsroom, deciding) VALUES (1, 'Our newsroom', 'alone');
--> statement-breakpoint
INSERT INTO ratings (id, scale, key, label, definition, value, tone, shape, position) VALUES
  (1, 'five-step', 'true', 'True', 'The claim is accurate, and nothing that would change a reader’s understanding is missing.', 5, 'true', 'full', 1),
  (2, 'five-step', 'mostly-true', 'Mostly true', 'The claim is accurate in what matters, but a detail is wrong or needs clarification.', 4, 'mostly-true', 'three-quarters', 2),
  (3, 'five-step', 'half-true', 'Half true', 'An important part of the claim is right, and an important part is wrong or left out.', 3, 'half', 'half', 3),
  (4, 'five-step', 'mostly-false', 'Mostly false', 'Something in the claim is right, but what matters is wrong: the facts it ignores give a different picture.', 2, 'mostly-false', 'quarter', 4),
  (5, 'five-step', 'false', 'False', 'The claim is wrong in what matters: the evidence contradicts it.', 1, 'false', 'cross', 5),
  (6, 'five-step', 'misleading', 'Misleading', 'The words or figures may be accurate, but they are chosen or put together so that readers draw a wrong conclusion.', NULL, 'off-axis', 'bend', 6),
  (7, 'five-step', 'missing-context', 'Missing context', 'The claim may be right as it stands, but it cannot be understood fairly without facts it does not give.', NULL, 'off-axis', 'gap', 7),
  (8, 'five-step', 'unproven', 'Unproven', 'The evidence that can be had neither confirms nor refutes the claim. What was looked for belongs in the explanation.', NULL, 'off-axis', 'question', 8),
  (9, 'five-step', 'satire', 'Satire', 'The claim was made as a joke or parody, and is being passed on as if it were meant seriously.', NULL, 'off-axis', 'smile', 9);
