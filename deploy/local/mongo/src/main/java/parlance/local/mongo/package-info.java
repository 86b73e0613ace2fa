/** The local stand-in for MongoDB: its wire protocol over one H2 file. */
@NullMarked
package parlance.local.mongo;

import org.jspecify.annotations.NullMarked;
