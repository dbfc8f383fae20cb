using Simulator.Api;

namespace Simulator.World.Operations;

/// <summary>What a command makes of an object that it has read: the changed object, or why it gives up.</summary>
internal readonly record struct Edit(ApiObject? Object, string Problem = "")
{
    public static implicit operator Edit(ApiObject? changed) => new(changed);

    public static Edit Refused(string problem) => new(null, problem);
}
