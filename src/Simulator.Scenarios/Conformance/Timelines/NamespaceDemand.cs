using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Metrics;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>A demand that the Ready pods of a namespace share equally; those that are being deleted have no part in it.</summary>
/// <param name="demand">Thousandths of a core of a namespace at a moment.</param>
/// <param name="now">Since the start of the run.</param>
internal sealed class NamespaceDemand(Func<string, TimeSpan, double> demand, Func<TimeSpan> now) : IPodUsage
{
    /// <summary>How finely use is added up between changes: a demand may change in between.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, Home> _homes = new(StringComparer.Ordinal);

    public void Follow(ObjectStore store)
    {
        foreach (var pod in store.List("Pod").Cast<Pod>()) Take(pod, isGone: false);
        store.Committed += commit =>
        {
            if (commit.Object is Pod pod) Take(pod, commit.Type == WatchEventType.Deleted);
        };
    }

    public double MilliCpu(Pod pod) => HomeOf(pod) is var home && home.Sharing.ContainsKey(pod.Metadata.Uid)
        ? demand(pod.Namespace, now()) / home.Sharing.Count
        : 0;

    public double CoreSeconds(Pod pod)
    {
        var home = HomeOf(pod);
        AddUp(home, pod.Namespace);
        var uid = pod.Metadata.Uid;
        return home.Used.GetValueOrDefault(uid) + (home.Sharing.TryGetValue(uid, out var since) ? home.EachSoFar - since : 0);
    }

    public long MemoryBytes(Pod pod) => 0;

    private void Take(Pod pod, bool isGone)
    {
        var (home, uid) = (HomeOf(pod), pod.Metadata.Uid);
        AddUp(home, pod.Namespace);
        var shares = !isGone && pod is { IsReady: true, Metadata.IsBeingDeleted: false };
        if (shares) home.Sharing.TryAdd(uid, home.EachSoFar);
        else if (home.Sharing.Remove(uid, out var since)) home.Used[uid] = home.Used.GetValueOrDefault(uid) + home.EachSoFar - since;
    }

    private Home HomeOf(Pod pod)
    {
        if (!_homes.TryGetValue(pod.Namespace, out var home)) _homes.Add(pod.Namespace, home = new Home { UpTo = now() });
        return home;
    }

    private void AddUp(Home home, string name)
    {
        for (var end = now(); home.UpTo < end;)
        {
            var next = home.UpTo + Step < end ? home.UpTo + Step : end;
            if (home.Sharing.Count > 0)
            {
                home.EachSoFar += demand(name, home.UpTo) / 1000 * (next - home.UpTo).TotalSeconds / home.Sharing.Count;
            }
            home.UpTo = next;
        }
    }

    private sealed class Home
    {
        /// <summary>By uid: <see cref="EachSoFar"/> when the pod began to share.</summary>
        public Dictionary<string, double> Sharing { get; } = new(StringComparer.Ordinal);

        /// <summary>Core-seconds before that, by uid.</summary>
        public Dictionary<string, double> Used { get; } = new(StringComparer.Ordinal);

        /// <summary>Core-seconds that a pod has used which has shared from the beginning.</summary>
        public double EachSoFar { get; set; }

        public TimeSpan UpTo { get; set; }
    }
}
