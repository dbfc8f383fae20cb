using System.Text.Json.Nodes;
using Simulator.Serve.Access;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Tables;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Requests;

/// <summary>A request with what every answer looks at: the query, the accepted media type, the time.</summary>
public sealed class Asked(ServerRequest request, Func<DateTimeOffset> clock, ServerManner manner)
{
    public ServerRequest Request { get; } = request;

    public string Method => Request.Method;

    /// <summary>Who may do what, for questions about it.</summary>
    public required IRights Rights { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset Now { get; } = clock();

    /// <summary>The time while an answer goes on.</summary>
    public Func<DateTimeOffset> Clock => clock;

    public QueryText Query { get; } = new(request.Query);

    /// <summary>Null: nothing that the client takes.</summary>
    public MediaType? Accepted { get; } = AcceptedBy(manner, request.Header("Accept"));

    /// <summary>Two spaces a level: asked for, or somebody reads it (isPrettyPrint in pkg/apiserver/negotiate.go).</summary>
    public bool IsIndented { get; } = PrettyPrint.Of(request);

    /// <summary>Null: no table is wanted, or the server has none.</summary>
    public TableWish? Table { get; } =
        manner != ServerManner.Recorded ? TableWish.Of(request, new QueryText(request.Query)["includeObject"]) : null;

    /// <summary>What goes on the wire may be put together from pieces that are kept: compact JSON.</summary>
    public bool IsPlainJson => Accepted == MediaType.Json && !IsIndented;

    /// <summary>The answer that carries a document in pieces of compact JSON.</summary>
    public ServerAnswer Pieces(int status, List<ReadOnlyMemory<byte>> parts)
    {
        if (!IsPlainJson) return Document(status, JsonNode.Parse(ServerAnswer.Joined(parts))!.AsObject());
        parts.Add(NewLine);
        return new ServerAnswer { Status = status, ContentType = MediaTypes.Json, Parts = parts };
    }

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>The answer that carries a document; a 406 where the client takes no type that there is.</summary>
    public ServerAnswer Document(int status, JsonObject body) =>
        Accepted is { } type ? BodyWriter.Write(status, body, type, IsIndented) : throw Failures.NotAcceptable(MediaTypes.All);

    /// <summary>
    /// Newer clients ask for protobuf and take JSON as well: JSON it is, for here nobody writes the fields of objects in protobuf.
    /// </summary>
    private static MediaType? AcceptedBy(ServerManner manner, string? header)
    {
        var first = MediaTypes.Accepted(header);
        var isSecond = manner != ServerManner.Recorded && first == MediaType.Protobuf && MediaTypes.Takes(header, MediaType.Json);
        return isSecond ? MediaType.Json : first;
    }
}
