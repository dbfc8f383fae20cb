using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>
/// Which of several pods on a node stays: a bound one before an unbound one, then the oldest (podByCreationTimestampAndPhase).
/// </summary>
internal sealed class DaemonOrder : IComparer<Pod>
{
    public static readonly DaemonOrder Instance = new();

    public int Compare(Pod? left, Pod? right)
    {
        var (a, b) = (left!, right!);
        if (a.IsAssigned != b.IsAssigned) return a.IsAssigned ? -1 : 1;
        var byAge = (a.Metadata.CreationTimestamp ?? default).CompareTo(b.Metadata.CreationTimestamp ?? default);
        return byAge != 0 ? byAge : string.CompareOrdinal(a.Name, b.Name);
    }
}
