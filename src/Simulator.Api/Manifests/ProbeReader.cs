using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Probes; 0 stands for the default (SetDefaults_Probe of api/v1/defaults.go).</summary>
internal static class ProbeReader
{
    public static Probe Read(FieldReader fields)
    {
        var defaults = new Probe();
        return new Probe
        {
            InitialDelay = Seconds(fields, "initialDelaySeconds", defaults.InitialDelay),
            Period = Seconds(fields, "periodSeconds", defaults.Period),
            Timeout = Seconds(fields, "timeoutSeconds", defaults.Timeout),
            SuccessThreshold = fields.Integer("successThreshold") is not 0 and var success ? success : defaults.SuccessThreshold,
            FailureThreshold = fields.Integer("failureThreshold") is not 0 and var failure ? failure : defaults.FailureThreshold,

            // How it asks does not matter: what the application answers, and how fast, is the scenario's.
            Details = fields.Context.Rules.KeepsDetails ? HandlerReader.Read(fields) : SkipHandler(fields),
        };
    }

    private static ActionHandler? SkipHandler(FieldReader fields)
    {
        fields.Skip("httpGet", "tcpSocket", "exec");
        return null;
    }

    private static TimeSpan Seconds(FieldReader fields, string key, TimeSpan otherwise) =>
        fields.Integer(key) is not 0 and var seconds ? TimeSpan.FromSeconds(seconds) : otherwise;
}
