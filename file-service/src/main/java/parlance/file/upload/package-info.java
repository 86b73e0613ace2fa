/** Creating files, and uploading their bytes to the bucket. */
@NullMarked
package parlance.file.upload;

import org.jspecify.annotations.NullMarked;
