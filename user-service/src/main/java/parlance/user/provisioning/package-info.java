/** Users as the embedding product's own server makes and changes them (docs/admin-api.md). */
@NullMarked
package parlance.user.provisioning;

import org.jspecify.annotations.NullMarked;
