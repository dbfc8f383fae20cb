using System.Globalization;

namespace Simulator.Serve.Access.Audit;

/// <summary>
/// The format of 1.4, two lines a request (pkg/apiserver/audit/audit.go of v1.4.0). 1.4 does not write of requests whose sender it does
/// not know; here they are written with the user <c>&lt;none&gt;</c>, those of the insecure port with <c>&lt;insecure&gt;</c>.
/// </summary>
public sealed class AuditText(TextWriter output) : IAuditLog
{
    private readonly Lock _lock = new();

    public void Asked(AuditedRequest request)
    {
        var attributes = request.Verdict.Attributes;
        Write($"{Time(request.At)} AUDIT: id={Quoted(request.Id)} ip={Quoted(request.Request.Caller.Address)} "
            + $"method={Quoted(request.Request.Method)} user={Quoted(AuditUser.Of(request))} as={Quoted(request.ActsAs ?? "<self>")} "
            + $"namespace={Quoted(attributes.Namespace.Length > 0 ? attributes.Namespace : "<none>")} uri={Quoted(request.Uri)}");
    }

    public void Answered(AuditedRequest request, DateTimeOffset at, int status) =>
        Write($"{Time(at)} AUDIT: id={Quoted(request.Id)} response=\"{status.ToString(CultureInfo.InvariantCulture)}\"");

    private static string Quoted(string text) => GoText.Quote(text);

    /// <summary>RFC 3339 with as many digits as are needed.</summary>
    internal static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private void Write(string line)
    {
        lock (_lock)
        {
            output.Write(line + "\n");
            output.Flush();
        }
    }
}
