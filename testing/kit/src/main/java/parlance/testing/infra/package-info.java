/**
 * Real Kafka, Redis and database for tests: those that {@code ./parlance test} started, or servers
 * of this test run's own.
 */
@NullMarked
package parlance.testing.infra;

import org.jspecify.annotations.NullMarked;
