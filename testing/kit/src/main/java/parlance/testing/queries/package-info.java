/** A look at what a service asks MongoDB, and whether an index answers it. */
@NullMarked
package parlance.testing.queries;

import org.jspecify.annotations.NullMarked;
