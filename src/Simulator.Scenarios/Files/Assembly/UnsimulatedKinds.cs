using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Omissions;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Objects that are understood but that nothing acts upon: nodes, which come from nodePools.</summary>
internal static class UnsimulatedKinds
{
    /// <summary>True if the object is not to be created; then it is told.</summary>
    /// <param name="at">Where it stands.</param>
    public static bool Take(ApiObject value, SourceNode at, Diagnostics diagnostics)
    {
        if (!KindRules.IsLeftOut(value.Kind)) return false;
        diagnostics.Add(KindRules.LeftOut(value.Kind, at));
        return true;
    }
}
