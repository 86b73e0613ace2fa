/** Documents as they lie in databases, against which tests hold what services read and write. */
@NullMarked
package parlance.testing.documents;

import org.jspecify.annotations.NullMarked;
