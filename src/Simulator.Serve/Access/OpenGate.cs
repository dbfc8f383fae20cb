using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>A server without flags about access: everybody may everything, and has no name.</summary>
public sealed class OpenGate : IAccessGate
{
    public AccessVerdict Check(ServerRequest request) => new() { Attributes = AttributeReader.Read(request) };
}
