using Microsoft.AspNetCore.Http;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>Who stands at a port: lets requests pass, or answers them.</summary>
public interface IGate
{
    /// <param name="pass">What is behind it.</param>
    Task<ServerAnswer> Pass(ServerRequest request, HttpContext context, Func<ServerRequest, Task<ServerAnswer>> pass);
}

/// <summary>Of the insecure port, which listens on the loopback address only: everybody may everything, as in 1.3.</summary>
public sealed class OpenGate : IGate
{
    public Task<ServerAnswer> Pass(ServerRequest request, HttpContext context, Func<ServerRequest, Task<ServerAnswer>> pass) => pass(request);
}
