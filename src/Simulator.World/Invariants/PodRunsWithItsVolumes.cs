using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Whose claim is deleted goes on with what was behind it, and is not judged. A disk may be taken from a node that is cut off, or gone:
/// then the containers that used it stop in the same moment.
/// </summary>
internal sealed class PodRunsWithItsVolumes(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PodRunsWithItsVolumes);

    /// <summary>Lives of names, by pod and node: an object may be gone before its containers.</summary>
    private readonly Dictionary<(string Pod, string Node), Pod> _lives = [];
    private readonly HashSet<(string Disk, string Node)> _attached = [];
    private readonly SortedDictionary<(string Pod, string Node), IReadOnlyList<string>> _serving = [];
    private readonly SortedDictionary<(string Pod, string Node), (string Disk, TimeSpan At)> _taken = [];

    private readonly HashSet<string> _withoutClaim = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is { Object: PersistentVolumeClaim claim, Type: WatchEventType.Deleted }) Abandon(claim.Key);
        if (commit is { Object: Pod { IsAssigned: true } pod, Type: not WatchEventType.Deleted }
            && AttachableVolume.MayBeUsedBy(pod)
            && !_withoutClaim.Contains(pod.Metadata.Uid))
        {
            _lives[(pod.Key.ToString(), pod.NodeName)] = pod;
        }
    }

    public void Observe(in Observation observation)
    {
        // The disks of a settled cluster are attached before the first pod is told.
        if (_lives.Count == 0 && _withoutClaim.Count == 0 && observation.Kind != ObservationKind.DiskAttached) return;
        var life = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.DiskAttached: _attached.Add(life); break;
            case ObservationKind.DiskDetached: Take(observation.Subject, observation.Other); break;
            case ObservationKind.PodServing when _lives.TryGetValue(life, out var pod): Serve(life, pod); break;
            case ObservationKind.PodStoppedServing: Stop(life); break;
        }

        if (_taken.Count > 0) JudgeTaken();
    }

    private void Serve((string Pod, string Node) life, Pod pod)
    {
        List<string> disks = [.. VolumesOfPod.Attachable(pod, cluster.Store.Find).Select(static disk => disk.Disk)];
        foreach (var disk in disks.Where(disk => !_attached.Contains((disk, life.Node))))
        {
            cluster.Break(Name, $"{life.Pod} serves on {life.Node} without its disk {disk}");
        }
        _serving[life] = disks;
    }

    private void Abandon(ObjectKey claim)
    {
        foreach (var (life, pod) in _lives.Where(entry => entry.Value.Namespace == claim.Namespace
            && entry.Value.Spec.Volumes.Any(volume => volume.ClaimName == claim.Name)).ToList())
        {
            _withoutClaim.Add(pod.Metadata.Uid);
            _lives.Remove(life);
            Stop(life);
        }
    }

    private void Stop((string Pod, string Node) life)
    {
        _serving.Remove(life);
        _taken.Remove(life);
    }

    private void Take(string disk, string node)
    {
        _attached.Remove((disk, node));
        foreach (var (life, disks) in _serving)
        {
            if (life.Node == node && disks.Contains(disk)) _taken[life] = (disk, cluster.Now);
        }
    }

    private void JudgeTaken()
    {
        foreach (var (life, taken) in _taken.Where(entry => entry.Value.At < cluster.Now).ToList())
        {
            _taken.Remove(life);
            cluster.Break(Name, $"{life.Pod} still serves on {life.Node}, from which its disk {taken.Disk} was taken at {taken.At:c}");
        }
    }
}
