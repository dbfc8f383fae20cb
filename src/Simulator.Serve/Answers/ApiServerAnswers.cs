using System.Text;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers;

/// <summary>The API server of 1.3.10 over a store: a request in, an answer out, on the simulation's thread.</summary>
/// <param name="manner">To the letter, or with what newer kubectls need.</param>
public sealed class ApiServerAnswers(IDocumentStore store, INameSource names, ServerManner manner)
{
    public IDocumentStore Store { get; } = store;

    public INameSource Names { get; } = names;

    public ServerManner Manner { get; } = manner;

    /// <param name="now">The time of the simulated cluster, which stands in the objects.</param>
    public ServerAnswer Answer(ServerRequest request, DateTimeOffset now) => request.Path switch
    {
        "/healthz" or "/healthz/ping" => Text(200, "ok"),
        _ => Text(404, ""),
    };

    private static ServerAnswer Text(int status, string text) =>
        new() { Status = status, ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text) };
}
