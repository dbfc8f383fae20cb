using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Serving.Cached;

/// <summary>A service whose sync has failed too often in a row is left alone until something changes (maxRetries).</summary>
internal static class ServingRetries
{
    private const int Most = 15;

    public static void Fail(Retries retries, ObjectKey key, SyncReport report)
    {
        if (retries.FailuresOf(key) < Most) report.Fail();
        else report.TellsOfFailure = true;
    }
}
