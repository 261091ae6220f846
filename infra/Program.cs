using OktaSpa;
using Pulumi;

return await Deployment.RunAsync(() => OktaProgram.DeclareAsync(OktaProgram.FromPulumi));
