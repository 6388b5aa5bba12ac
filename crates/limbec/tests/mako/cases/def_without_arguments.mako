<%def name="line()">--${up_revision}--</%def>
${line()}
${line()}
