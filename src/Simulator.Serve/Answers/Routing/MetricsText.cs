namespace Simulator.Serve.Answers.Routing;

/// <summary>The text of <c>/metrics</c>: the simulated API server measures nothing of itself.</summary>
internal static class MetricsText
{
    public const string Empty =
        "# HELP apiserver_request_count Counter of apiserver requests broken out for each verb, API resource, client, and HTTP response "
        + "contentType and code.\n# TYPE apiserver_request_count counter\n";
}
