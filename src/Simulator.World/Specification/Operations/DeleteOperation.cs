using Simulator.Api;

namespace Simulator.World.Specification.Operations;

/// <summary>Deletes an object after what it has made (kubectl delete).</summary>
/// <param name="GracePeriod">Null: the object's own; zero deletes the object at once, whatever its containers do (kubectl delete
/// --grace-period=0).</param>
public sealed record DeleteOperation(string Kind, ObjectKey Key, TimeSpan? GracePeriod = null) : OperationSpec
{
    /// <summary>False: the object alone goes, and leaves its pods behind (kubectl delete --cascade=false).</summary>
    public bool Cascade { get; init; } = true;

    public override string Title =>
        $"delete {Kind} {Key}{(GracePeriod == TimeSpan.Zero ? " by force" : "")}{(Cascade ? "" : " without its pods")}";
}
