namespace Simulator.Api.Validation;

/// <summary>Probes, hooks and what they ask (validateProbe, validateHandler in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ProbeRules
{
    private const string OneOnly = "may not specify more than 1 handler type";

    public static void Check(Probe? probe, FieldPath path, FieldErrors errors)
    {
        if (probe is null) return;
        if (probe.Details is { } handler) Check(handler, path, errors);
        errors.Negative(path.Child("initialDelaySeconds"), (long)probe.InitialDelay.TotalSeconds);
        errors.Negative(path.Child("timeoutSeconds"), (long)probe.Timeout.TotalSeconds);
        errors.Negative(path.Child("periodSeconds"), (long)probe.Period.TotalSeconds);
        errors.Negative(path.Child("successThreshold"), probe.SuccessThreshold);
        errors.Negative(path.Child("failureThreshold"), probe.FailureThreshold);
    }

    public static void CheckHooks(Lifecycle hooks, FieldPath path, FieldErrors errors)
    {
        if (hooks.PostStart is { } after) Check(after, path.Child("postStart"), errors);
        if (hooks.PreStop is { } before) Check(before, path.Child("preStop"), errors);
    }

    private static void Check(ActionHandler handler, FieldPath path, FieldErrors errors)
    {
        var isTaken = handler.Command is not null;
        if (handler.Command is { Count: 0 }) errors.Required(path.Child("exec").Child("command"));
        if (handler.Http is { } http && isTaken) errors.Forbidden(path.Child("httpGet"), OneOnly);
        else if (handler.Http is not null) CheckHttp(handler.Http, path.Child("httpGet"), errors);
        isTaken |= handler.Http is not null;
        if (handler.TcpPort is { } port && isTaken) errors.Forbidden(path.Child("tcpSocket"), OneOnly);
        else if (handler.TcpPort is not null) CheckPort(handler.TcpPort, path.Child("tcpSocket").Child("port"), errors);
        if (!isTaken && handler is { TcpPort: null, IsNewer: false }) errors.Required(path, "must specify a handler type");
    }

    private static void CheckHttp(HttpAction http, FieldPath path, FieldErrors errors)
    {
        CheckPort(http.Port, path.Child("port"), errors);
        if (http.Scheme is not ("HTTP" or "HTTPS")) errors.Invalid(path.Child("scheme"), http.Scheme, "must be one of [HTTP HTTPS]");
        foreach (var name in http.HeaderNames)
        {
            var isName = name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
            if (!isName) errors.Invalid(path.Child("httpHeaders"), name, "name must match [-A-Za-z0-9]+");
        }
    }

    private static void CheckPort(PortReference port, FieldPath path, FieldErrors errors)
    {
        if (port.IsName && !TextRules.IsPortName(port.Text)) errors.Invalid(path, port.Text, TextRules.PortName);
        else if (!port.IsName && !TextRules.IsPort(PortRules.NumberOf(port.Text))) errors.InvalidJson(path, port.Text, TextRules.PortRange);
    }
}
