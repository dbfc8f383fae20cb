using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Errors;

/// <summary>What the API server refuses: the way out of a request with a <c>Status</c>.</summary>
public sealed class ApiException(int code, JsonObject status) : Exception(status["message"]?.ToString())
{
    public int Code { get; } = code;

    public JsonObject Status { get; } = status;
}
