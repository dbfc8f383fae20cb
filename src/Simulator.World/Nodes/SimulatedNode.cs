using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Nodes.Heartbeats;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes;

/// <summary>A machine: where it stands, whether it runs, whether it reaches the API server, and what can be done to it.</summary>
public sealed class SimulatedNode(string name, string zone, string rack, TimeSpan heartbeatPhase, TimeSpan heartbeatPeriod) : IMachineView
{
    public string Name => State.Name;

    public string Zone => State.Zone;

    public string Rack { get; } = rack;

    /// <summary>Power distribution unit, <c>ZONE-pNN</c>.</summary>
    public string PowerUnit { get; init; } = "";

    /// <summary>Name of its node pool.</summary>
    public string Pool { get; init; } = "";

    /// <summary>Bytes of the machine.</summary>
    public long Memory
    {
        get => State.Memory;
        init => State.Memory = value;
    }

    /// <summary>Bytes that pods may use: the rest is the system's.</summary>
    public long MemoryForPods
    {
        get => State.MemoryForPods;
        init => State.MemoryForPods = value;
    }

    /// <summary>Troubles that keep the machine off; it runs at 0.</summary>
    public int PowerLosses
    {
        get;
        set => Change(ref field, value);
    }

    /// <summary>Troubles that keep the kubelet from the API server; it is connected at 0.</summary>
    public int NetworkCuts
    {
        get;
        set => Change(ref field, value);
    }

    /// <summary>Share of the requests to its pods that fail although they serve (a grey node answers too late), from 0 to 1.</summary>
    public double FailingShare
    {
        get;
        set => Change(ref field, value);
    }

    /// <summary>The cloud has taken the machine away.</summary>
    public bool IsGone
    {
        get => State.IsGone;
        set => State.IsGone = value;
    }

    /// <summary>It hangs: nothing on it moves.</summary>
    public bool IsFrozen => State.IsFrozen;

    /// <summary>The machine runs and nothing cuts it off.</summary>
    public bool IsConnected => PowerLosses == 0 && NetworkCuts == 0 && !IsFrozen;

    /// <summary>How many times longer everything takes that its machine does; at least 1.</summary>
    public double Slowness => State.Slowness;

    /// <summary>Its container runtime answers.</summary>
    public bool IsRuntimeUp => State.IsRuntimeUp;

    public bool IsDiskFull => State.IsDiskFull;

    /// <summary>The kubelet runs and reaches the API server: its status is written every period.</summary>
    public bool IsBeating => Heartbeat.IsOn;

    public Heartbeat Heartbeat { get; } = new(heartbeatPhase, heartbeatPeriod);

    /// <summary>Told each change of power, connection and failing share.</summary>
    internal Action<SimulatedNode>? ConnectionChanged { get; set; }

    /// <summary>Told the same, before: for who only counts changes.</summary>
    internal Action? Changing { get; set; }

    internal MachineState State { get; } = new(name, zone);

    internal Kubelet Kubelet { get; set; } = null!;

    /// <summary>It has no power, and has had none since that moment.</summary>
    public void HasBeenSilentSince(TimeSpan lastBeat)
    {
        PowerLosses++;
        Heartbeat.HasBeenSilentSince(lastBeat);
    }

    public void Freeze(TimeSpan now)
    {
        var begins = State.Freeze(now);
        TellConnection();
        if (begins) Kubelet.Freeze();
    }

    /// <summary>It goes on where it stood, with a clock that has run on.</summary>
    public void Thaw(TimeSpan now)
    {
        var lasted = State.Thaw(now);
        TellConnection();
        if (lasted is { } ended) Kubelet.Thaw(ended);
    }

    /// <summary>
    /// A grey failure: starts, stops, pulls, status writes and answers to probes take so many times longer; its heartbeats come in time.
    /// </summary>
    public void SlowDown(double factor)
    {
        State.SlowDown(factor);
        Kubelet.OnSlownessChanged();
    }

    /// <summary>Ends one slowdown by this factor.</summary>
    public void Recover(double factor)
    {
        State.Recover(factor);
        Kubelet.OnSlownessChanged();
    }

    /// <summary>Its kubelet starves: each status write comes so much later than it should, and nodes may be marked for it.</summary>
    public void DelayBeats(IDistribution delay, RandomStream stream, TimeSpan now) => Heartbeat.Delay(delay, stream, now);

    /// <summary>Ends one such delay: the next regular write comes in time.</summary>
    public void EndDelay(IDistribution delay, TimeSpan now)
    {
        Heartbeat.EndDelay(delay, now);
        Kubelet.TellStatus();
    }

    /// <summary>Containers run on, but none can be started, stopped or looked at.</summary>
    public void StopRuntime()
    {
        if (State.StopRuntime()) Kubelet.Runtime.OnDown();
    }

    public void StartRuntime()
    {
        if (State.StartRuntime()) Kubelet.Runtime.OnUp();
    }

    /// <summary>Images cannot be pulled, and no new pod is accepted.</summary>
    public void FillDisk()
    {
        State.FillDisk();
        Kubelet.TellStatus();
    }

    public void FreeDisk()
    {
        State.FreeDisk();
        Kubelet.TellStatus();
    }

    /// <summary>The disk is replaced by an empty one: images and containers are gone, the containers start again.</summary>
    public void LoseDisk() => Kubelet.Accidents.LoseDisk();

    /// <summary>All containers of the pod end with exit code 1. False if no such pod runs here.</summary>
    public bool CrashPod(ObjectKey pod) => Kubelet.Accidents.Crash(pod);

    /// <summary>All containers of the pod run on and answer nobody, until they are restarted. False if no such pod runs here.</summary>
    public bool HangPod(ObjectKey pod) => Kubelet.Accidents.Hang(pod);

    /// <summary>The network container of the pod dies, and with it all containers: they start anew, init containers first.</summary>
    /// <returns>False if no such pod runs here.</returns>
    public bool KillSandbox(ObjectKey pod) => Kubelet.Accidents.KillSandbox(pod);

    PodRun? IMachineView.RunOf(ObjectKey pod) => Kubelet.Runs.FirstOrDefault(run => run.Pod.Key == pod);

    string? IMachineView.MissingImage(Container container) => Kubelet.Images.Missing(container);

    private void TellConnection()
    {
        Changing?.Invoke();
        ConnectionChanged?.Invoke(this);
    }

    private void Change<T>(ref T kept, T value)
    {
        kept = value;
        TellConnection();
    }
}
