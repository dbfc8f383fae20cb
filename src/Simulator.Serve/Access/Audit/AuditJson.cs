using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Serve.Access.Audit;

/// <summary>One JSON object a request, written when it is answered: both times, what was done, and whether it was refused.</summary>
public sealed class AuditJson(TextWriter output) : IAuditLog
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    public void Asked(AuditedRequest request)
    {
        // All is told with the answer.
    }

    public void Answered(AuditedRequest request, DateTimeOffset at, int status)
    {
        var line = Line(request, at, status);
        lock (_lock)
        {
            output.Write(line + "\n");
            output.Flush();
        }
    }

    private static string Line(AuditedRequest request, DateTimeOffset at, int status)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", request.Id);
            json.WriteString("time", AuditText.Time(request.At));
            json.WriteString("clusterTime", AuditText.Time(request.ClusterTime));
            WriteWho(json, request);
            WriteWhat(json, request);
            json.WriteNumber("status", status);
            json.WriteBoolean("refused", request.Verdict.Refusal is not null || status is 401 or 403);
            json.WriteNumber("milliseconds", Math.Round((at - request.At).TotalMilliseconds, 3));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteWho(Utf8JsonWriter json, AuditedRequest request)
    {
        json.WriteString("address", request.Request.Caller.Address);
        json.WriteString("user", AuditUser.Of(request));
        if (request.Sender?.Groups is { Count: > 0 } groups)
        {
            json.WriteStartArray("groups");
            foreach (var group in groups) json.WriteStringValue(group);
            json.WriteEndArray();
        }

        WriteIfAny(json, "as", request.ActsAs);
    }

    private static void WriteWhat(Utf8JsonWriter json, AuditedRequest request)
    {
        var attributes = request.Verdict.Attributes;
        WriteIfAny(json, "cluster", request.Cluster);
        json.WriteString("method", request.Request.Method);
        json.WriteString("uri", request.Uri);
        json.WriteString("verb", attributes.Verb);
        WriteIfAny(json, "group", attributes.Group);
        WriteIfAny(json, "resource", attributes.QualifiedResource);
        WriteIfAny(json, "namespace", attributes.Namespace);
        WriteIfAny(json, "name", attributes.Name);
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(name, text);
    }
}
