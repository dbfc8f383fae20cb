namespace Simulator.Scenarios.Import.Load;

/// <summary>What the values of a load are.</summary>
public enum LoadKind
{
    /// <summary>Requests a second of a service.</summary>
    Requests,

    /// <summary>Cores that the pods of an application use together.</summary>
    Cpu,

    /// <summary>Bytes of a pod.</summary>
    Memory,
}
