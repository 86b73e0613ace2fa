/**
 * What the stores of a service share: a collection as a Panache repository of records, with its
 * indexes declared beside it; how ids stand in documents; which failures of MongoDB pass by
 * themselves. Only stores use this package.
 */
@NullMarked
package parlance.kit.mongo;

import org.jspecify.annotations.NullMarked;
