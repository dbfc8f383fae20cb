using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>Asks the cloud for the size that a group of machines is to have; the answer carries a <see cref="GroupSize"/>.</summary>
public sealed record GetGroupSizeRequest(string Group) : CloudRequest;

/// <summary>Sets it. The answer comes when the cloud has taken note, long before there is a machine more.</summary>
public sealed record SetGroupSizeRequest(string Group, int Size) : CloudRequest;

/// <summary>Deletes one machine of a group and makes the group smaller by it; the answer comes when the cloud has taken note.</summary>
public sealed record DeleteMachineRequest(string Group, string Node) : CloudRequest;

/// <summary>What the cloud says of a group: how many machines it is to have, whether or not there are so many.</summary>
public sealed record GroupSize(int Size) : ApiObject
{
    public override string Kind => "NodeGroup";
}
