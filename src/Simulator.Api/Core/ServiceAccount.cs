namespace Simulator.Api;

/// <summary>Who the programs of a pod are to the API server.</summary>
public sealed record ServiceAccount : ApiObject
{
    public override string Kind => "ServiceAccount";
}
