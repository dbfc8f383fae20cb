using System.Text;

namespace Simulator.ControlPlane.Federation.Replicas;

/// <summary>
/// Spreads replicas over clusters by weight within bounds (federation/pkg/federation-controller/replicaset/planner/planner.go of 1.4.0).
/// </summary>
public static class Planner
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    public static ReplicaPlan Plan(ReplicaPreferences preferences, ReplicaTask task)
    {
        List<Share> shares = [.. task.Clusters
            .Where(cluster => preferences.Of(cluster) is not null)
            .Select(cluster => new Share(cluster, preferences.Of(cluster)!, LimitOf(task, cluster)))
            .OrderByDescending(share => share.Preference.Weight)
            .ThenBy(share => Hash(share.Cluster + task.Key))
            .ThenBy(share => share.Cluster, StringComparer.Ordinal)];
        var left = task.Replicas;
        foreach (var share in shares) left -= share.TakeMinimum(left);
        if (!preferences.Rebalance)
        {
            foreach (var share in shares) left -= share.KeepRunning(task.Running.GetValueOrDefault(share.Cluster), left);
        }

        left = Distribute(shares, left);
        return new ReplicaPlan(
            task.Clusters.ToDictionary(cluster => cluster, cluster => shares.Find(share => share.Cluster == cluster)?.Replicas ?? 0),
            OverflowOf(shares, preferences.Rebalance ? long.MaxValue : left));
    }

    /// <summary>FNV-1, 32 bits.</summary>
    public static uint Hash(string text)
    {
        var hash = FnvOffset;
        foreach (var octet in Encoding.UTF8.GetBytes(text)) hash = (hash * FnvPrime) ^ octet;
        return hash;
    }

    /// <summary>Rounds, until all have a place or nothing changes any more.</summary>
    /// <returns>Those without a place.</returns>
    private static long Distribute(IReadOnlyList<Share> shares, long left)
    {
        var open = shares.ToList();
        for (var hasChanged = true; hasChanged && left > 0;)
        {
            hasChanged = false;
            var (round, weights) = (left, open.Sum(share => share.Preference.Weight));
            if (weights <= 0) break;
            foreach (var share in open)
            {
                var due = ((round * share.Preference.Weight) + weights - 1) / weights;
                left -= share.Take(Math.Min(due, left), out var isChange);
                hasChanged |= isChange;
            }

            open.RemoveAll(share => share.IsFull);
        }

        return left;
    }

    private static long? LimitOf(ReplicaTask task, string cluster) =>
        task.Capacity.TryGetValue(cluster, out var capacity) ? capacity : null;

    private static Dictionary<string, long> OverflowOf(IEnumerable<Share> shares, long max) => shares
        .Select(share => (share.Cluster, Replicas: Math.Min(share.Overflow, max)))
        .Where(share => share.Replicas > 0)
        .ToDictionary(share => share.Cluster, share => share.Replicas);

    private sealed class Share(string cluster, ClusterPreference preference, long? capacity)
    {
        /// <summary>Kept running beyond the minimum, and not yet counted as due.</summary>
        private long _kept;

        public string Cluster => cluster;

        public ClusterPreference Preference => preference;

        public long Replicas { get; private set; }

        public long Overflow { get; private set; }

        public bool IsFull { get; private set; }

        public long TakeMinimum(long left) => Replicas = Math.Min(Math.Min(preference.MinReplicas, left), capacity ?? long.MaxValue);

        public long KeepRunning(long running, long left)
        {
            var room = Math.Min(Math.Min(running, preference.MaxReplicas ?? long.MaxValue), capacity ?? long.MaxValue);
            _kept = running > Replicas ? Math.Max(0, Math.Min(room - Replicas, left)) : 0;
            Replicas += _kept;
            return _kept;
        }

        /// <summary>Takes what is due, less what it has kept, up to its bounds.</summary>
        public long Take(long due, out bool isChange)
        {
            var kept = Math.Min(due, _kept);
            _kept -= kept;
            var (start, total) = (Replicas, Replicas + due - kept);
            if (total > preference.MaxReplicas) (total, IsFull) = (preference.MaxReplicas.Value, true);
            if (total > capacity)
            {
                Overflow = total - capacity.Value;
                (total, IsFull) = (capacity.Value, true);
            }

            Replicas = total;
            isChange = kept > 0 || total > start;
            return total - start;
        }
    }
}
