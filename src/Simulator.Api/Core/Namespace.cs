namespace Simulator.Api;

public sealed record Namespace : ApiObject
{
    public override string Kind => "Namespace";
}
