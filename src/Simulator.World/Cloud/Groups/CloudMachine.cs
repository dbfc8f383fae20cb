namespace Simulator.World.Cloud.Groups;

/// <summary>A machine of a group, from the request on: there may be no kubelet yet.</summary>
public sealed class CloudMachine(string name, string zone, MachineGroup group, TimeSpan requestedAt)
{
    public string Name => name;

    public string Zone => zone;

    public MachineGroup Group => group;

    public TimeSpan RequestedAt => requestedAt;

    /// <summary>It has been given: it costs money from here on. Null while it waits.</summary>
    public TimeSpan? GivenAt { get; internal set; }

    /// <summary>Its kubelet has registered it.</summary>
    public bool HasStarted { get; internal set; }

    public bool IsGone { get; internal set; }
}
