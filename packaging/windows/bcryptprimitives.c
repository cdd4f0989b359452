/* Stands in for a library of Windows that wine 8 lacks and that Rust's standard library takes its random numbers from.
   For tests under wine only; no download holds it. */
typedef unsigned char *bytes;
__declspec(dllimport) unsigned char __stdcall SystemFunction036(bytes buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(bytes buffer, unsigned long long length) {
  return SystemFunction036(buffer, (unsigned long)length);
}
