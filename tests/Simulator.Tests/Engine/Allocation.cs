namespace Simulator.Tests.Engine;

/// <summary>
/// Bytes that an action allocates: the least of some runs, because now and then the runtime itself allocates on the thread.
/// </summary>
internal static class Allocation
{
    private const int Runs = 5;

    public static long Of(Action action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Runs && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
