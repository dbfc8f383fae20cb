using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.World.Nodes.Heartbeats;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Volumes;

/// <summary>
/// A kubelet's volume manager: says which disks it wants, waits until they are attached, mounts them, and lets go of them
/// (pkg/kubelet/volumemanager of 1.3.10).
/// </summary>
internal sealed class VolumeMounts(MountSetting setting, KubeletLife life, MachineState machine, Heartbeat heartbeat, IPodWorkers workers)
{
    private static readonly TimeSpan RetryMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryMax = TimeSpan.FromMinutes(2);

    /// <summary>How often it is looked for pods that are gone (desiredStateOfWorldPopulator, getPodStatusRetryDuration).</summary>
    private static readonly TimeSpan PopulatorPeriod = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _populatorPhase = PopulatorPeriod * setting.Phases.NextDouble();
    private readonly SortedDictionary<string, int> _users = new(StringComparer.Ordinal);

    /// <summary>Names of the disks that it uses or wants to use, sorted: status.volumesInUse as it would be written now.</summary>
    public IReadOnlyList<string> InUse { get; private set; } = [];

    private TimeSpan Now => life.Now;

    /// <summary>
    /// True if the pod's containers can start; otherwise the pod is synced again when they can, unless its volumes cannot be told
    /// (<see cref="PodRun.Volumes"/> is null).
    /// </summary>
    public bool AreMounted(PodRun run)
    {
        run.Volumes ??= PodVolumes.Of(run.Pod, setting.Objects.Find);
        if (run.Volumes is not { } volumes) return false;
        if (volumes.AreMounted) return true;
        volumes.BegunAt ??= Now;
        foreach (var mount in volumes.Mounts) Begin(run, mount);
        return false;
    }

    /// <summary>The volumes of a pod that runs at time zero.</summary>
    public void Adopt(PodRun run)
    {
        run.Volumes = PodVolumes.Of(run.Pod, setting.Objects.Find);
        if (run.Volumes is not { } volumes) return;
        foreach (var mount in volumes.Mounts)
        {
            Use(mount);
            mount.IsMounted = true;
        }
    }

    /// <summary>The pod is gone: its volumes are unmounted when that is noticed, and what no pod uses is no longer in use.</summary>
    public void Release(PodRun run)
    {
        if (run.Volumes is not { } volumes) return;
        foreach (var mount in volumes.Mounts)
        {
            if (!mount.IsInUse) continue;
            var takes = mount.IsMounted ? machine.Slowed(setting.Options.Mount.Sample(setting.Durations)) : TimeSpan.Zero;
            life.At(NextPopulation + takes, () => Leave(mount));
        }
    }

    /// <summary>The machine stopped. Its object goes on saying what it said.</summary>
    public void Forget()
    {
        _users.Clear();
        InUse = [];
    }

    private TimeSpan NextPopulation => _populatorPhase + (PopulatorPeriod * (((Now - _populatorPhase).Ticks / PopulatorPeriod.Ticks) + 1));

    private void Begin(PodRun run, VolumeMount mount)
    {
        if (mount.IsMounted || mount.IsTrying) return;
        Use(mount);
        mount.IsTrying = true;
        Try(run, mount);
    }

    private void Try(PodRun run, VolumeMount mount)
    {
        if (mount.Disk is { } disk && !IsAttached(disk)) Retry(run, mount);
        else life.At(Now + machine.Slowed(TimeToMount(mount)), run, () => End(run, mount));
    }

    /// <summary>
    /// As the node's object says: that the disk is in use has to stand there too, or else it could be detached again at once.
    /// </summary>
    private bool IsAttached(AttachableVolume disk) =>
        heartbeat.IsOn && setting.Objects.Find("Node", new ObjectKey("", machine.Name)) is Node node
        && node.Status.VolumesInUse.Contains(disk.Name) && node.Status.VolumesAttached.Contains(disk.Name);

    private TimeSpan TimeToMount(VolumeMount mount)
    {
        var (options, usual) = (setting.Options, setting.Options.Mount.Sample(setting.Durations));
        if (mount.Disk is null || setting.Disks.Find(mount.Disk.Disk) is not { IsFormatted: false } disk) return usual;
        var perGibibyte = options.Class == DiskClass.Ssd ? options.FormatPerGibibyteSsd : options.FormatPerGibibyteHdd;
        return usual + perGibibyte.Times(disk.Bytes / (double)(1L << 30));
    }

    /// <summary>The device has to be there, whatever the object says.</summary>
    private void End(PodRun run, VolumeMount mount)
    {
        if (mount.Disk is { } wanted)
        {
            if (setting.Disks.Find(wanted.Disk) is not { } disk || !disk.IsAttachedTo(machine.Name))
            {
                Retry(run, mount);
                return;
            }

            disk.IsFormatted = true;
        }

        (mount.IsMounted, mount.IsTrying, mount.Failures) = (true, false, 0);
        if (!run.Volumes!.AreMounted) return;
        setting.Log.Write(
            ObservationKind.VolumesMounted, run.Pod.Key.ToString(), machine.Name,
            (long)(Now - run.Volumes.BegunAt!.Value).TotalMicroseconds);
        workers.Sync(run);
    }

    /// <summary>500 ms, doubling to two minutes (pkg/util/goroutinemap/exponentialbackoff).</summary>
    private void Retry(PodRun run, VolumeMount mount)
    {
        var delay = RetryMin * Math.Pow(2, Math.Min(mount.Failures++, 8));
        life.At(Now + (delay < RetryMax ? delay : RetryMax), run, () => Try(run, mount));
    }

    private void Use(VolumeMount mount)
    {
        if (mount.IsInUse || mount.Disk is not { } disk) return;
        mount.IsInUse = true;
        _users[disk.Name] = _users.GetValueOrDefault(disk.Name) + 1;
        UseChanged();
    }

    private void Leave(VolumeMount mount)
    {
        var name = mount.Disk!.Name;
        if (--_users[name] == 0) _users.Remove(name);
        UseChanged();
    }

    private void UseChanged()
    {
        if (InUse.SequenceEqual(_users.Keys)) return;
        InUse = [.. _users.Keys];
        setting.Changes.Tell(machine);
    }
}
