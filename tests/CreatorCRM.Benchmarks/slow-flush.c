// Makes every flush to disk take longer, for machines whose disk acknowledges before the data is safe or is faster than those that people have.
//   gcc -shared -fPIC -O2 -o /tmp/slow-flush.so tests/CreatorCRM.Benchmarks/slow-flush.c -ldl
//   FLUSH_MICROSECONDS=1000 LD_PRELOAD=/tmp/slow-flush.so dotnet run -c Release --project tests/CreatorCRM.Benchmarks
// The benchmark's SQLite and the PostgreSQL it starts both inherit it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slow(const char *name, int file)
{
    int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    const char *setting = getenv("FLUSH_MICROSECONDS");
    long microseconds = setting ? atol(setting) : 1000;
    struct timespec pause = { microseconds / 1000000, microseconds % 1000000 * 1000 };
    nanosleep(&pause, NULL);
    return flush(file);
}

int fsync(int file) { return slow("fsync", file); }
int fdatasync(int file) { return slow("fdatasync", file); }
