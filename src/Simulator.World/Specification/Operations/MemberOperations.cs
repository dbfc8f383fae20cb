namespace Simulator.World.Specification.Operations;

/// <summary>A cluster joins the federation: its Cluster object is created (kubectl create with federation/v1beta1).</summary>
public sealed record JoinOperation(string Member) : OperationSpec
{
    public override string Title => $"join {Member}";
}

/// <summary>Its Cluster object is deleted; all that the federation has made there stays.</summary>
public sealed record LeaveOperation(string Member) : OperationSpec
{
    public override string Title => $"unjoin {Member}";
}
