using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Stateful;

/// <summary>
/// The stateful applications of a cluster as they are in truth: kubelets say which members run, the cloud and machines which data is gone.
/// </summary>
internal sealed class StatefulApplications : IStatefulMembers
{
    private readonly SortedDictionary<string, StateGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wanted = new(StringComparer.Ordinal);
    private readonly ObjectStore _store;
    private readonly Func<Pod, ApplicationSpec> _applicationOf;
    private readonly StateSetting _setting;

    public StatefulApplications(ObjectStore store, CloudDisks disks, Func<Pod, ApplicationSpec> applicationOf, StateSetting setting)
    {
        (_store, _applicationOf, _setting) = (store, applicationOf, setting);
        store.Committed += OnCommitted;
        setting.Network.Changed += OnNetworkChanged;
        disks.Deleted += disk => Destroy(DataPlaces.OfDisk(disk.Name));
    }

    public StateGroup? Find(string workload) => _groups.GetValueOrDefault(workload);

    public void Join(Pod pod, IMachine node, Action listen)
    {
        if (_applicationOf(pod).State is not { } spec || IsSuperseded(pod))
        {
            listen();
            return;
        }

        var place = DataPlaces.Of(pod, node.Name, spec, _store);
        GroupOf(pod, spec).Join(pod.Key.ToString(), OrdinalOf(pod), LifeOf(pod, node.Name), node.Zone, place, listen);
    }

    public void Leave(Pod pod, IMachine node)
    {
        if (Find(NameOf(pod)) is not { } group) return;
        group.Leave(pod.Key.ToString(), LifeOf(pod, node.Name));
        if (!HasItsObject(pod)) Bury(group, pod, node.Name);
    }

    public void LoseDisk(IMachine node)
    {
        foreach (var group in _groups.Values) group.DestroyOnNode(node.Name);
    }

    private bool HasItsObject(Pod pod) => _store.Find<Pod>("Pod", pod.Key)?.Metadata.Uid == pod.Metadata.Uid;

    /// <summary>A container starts again whose pod has lost its name to a younger one that runs: nobody talks to it.</summary>
    private bool IsSuperseded(Pod pod) =>
        !HasItsObject(pod) && Find(NameOf(pod)) is { } group && group.StateOf(pod.Key.ToString()) != MemberState.Down;

    private StateGroup GroupOf(Pod pod, StateSpec spec)
    {
        var name = NameOf(pod);
        if (_groups.TryGetValue(name, out var group)) return group;
        group = new StateGroup(name, spec, _setting) { Wanted = _wanted.GetValueOrDefault(name, 1) };
        _groups.Add(name, group);
        return group;
    }

    private void OnCommitted(WatchEvent commit)
    {
        switch (commit.Object)
        {
            case Pod pod when commit.Type == WatchEventType.Deleted
                && Find(NameOf(pod)) is { } group:
                Bury(group, pod, pod.NodeName); break;
            case PersistentVolume
            {
                Phase: VolumePhase.Available,
            } volume when commit.Previous is PersistentVolume { Phase: VolumePhase.Released }:
                OnRecycled(volume); break;
            case var workload when WorkloadFacts.WantedBy(workload) is { } wanted:
                Want(
                workload.Key.ToString(), commit.Type == WatchEventType.Deleted ? 0 : wanted); break;
        }
    }

    private void Want(string workload, int wanted)
    {
        _wanted[workload] = wanted;
        if (Find(workload) is { } group) group.Wanted = wanted;
    }

    /// <summary>The pod's object is gone: no other pod will ever see its emptyDir, and only a pet's name comes again.</summary>
    private static void Bury(StateGroup group, Pod pod, string node)
    {
        group.DestroyUnused(DataPlaces.OfEmptyDir(pod, node).Name);
        if (OrdinalOf(pod) is null) group.Forget(pod.Key.ToString());
    }

    /// <summary>A volume that is free again has been emptied; whose folder on a machine it was is not known.</summary>
    private void OnRecycled(PersistentVolume volume)
    {
        if (volume.HostPath is null) Destroy(DataPlaces.OfVolume(volume, "").Name);
    }

    private void Destroy(string place)
    {
        foreach (var group in _groups.Values) group.Destroy(place);
    }

    private void OnNetworkChanged()
    {
        foreach (var group in _groups.Values) group.OnNetworkChanged();
    }

    /// <summary>A pod without a controller is a workload of its own.</summary>
    private static string NameOf(Pod pod) => WorkloadFacts.OwnerOf(pod) is { Length: > 0 } owner ? owner : pod.Key.ToString();

    private static string LifeOf(Pod pod, string node) => $"{pod.Metadata.Uid} {node}";

    /// <summary>Null for pods that are no pets.</summary>
    private static int? OrdinalOf(Pod pod)
    {
        if (pod.Metadata.CreatedBy?.Kind != "PetSet") return null;
        var digits = pod.Name.AsSpan(pod.Name.LastIndexOf('-') + 1);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : null;
    }
}
