namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>How far a pod is from a node.</summary>
public enum StatusCode
{
    Success,

    /// <summary>Something is broken: the pass fails.</summary>
    Error,

    /// <summary>Not now; other pods that go may help.</summary>
    Unschedulable,

    /// <summary>No, and whoever goes it does not help.</summary>
    UnschedulableAndUnresolvable,
}

/// <summary>Why a plug-in says no. Where it says yes there is no status.</summary>
/// <param name="Plugin">Name of the plug-in.</param>
public sealed record Status(StatusCode Code, string Plugin, params IReadOnlyList<string> Reasons)
{
    public static Status Unschedulable(string plugin, params IReadOnlyList<string> reasons) =>
        new(StatusCode.Unschedulable, plugin, reasons);

    public static Status Unresolvable(string plugin, params IReadOnlyList<string> reasons) =>
        new(StatusCode.UnschedulableAndUnresolvable, plugin, reasons);

    public static Status Error(string plugin, string reason) => new(StatusCode.Error, plugin, reason);
}
