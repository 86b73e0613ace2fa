/**
 * What stories are made of: the suite under test, people with their devices, and those who watch.
 */
@NullMarked
package parlance.e2e.client;

import org.jspecify.annotations.NullMarked;
