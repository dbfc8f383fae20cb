using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>One way to say who one is.</summary>
public interface IAuthenticator
{
    /// <summary>Null: nobody that this one knows.</summary>
    User? Authenticate(ServerRequest request);
}
