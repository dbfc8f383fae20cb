using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>What stands before every answer.</summary>
public interface IAccessGate
{
    AccessVerdict Check(ServerRequest request);
}
