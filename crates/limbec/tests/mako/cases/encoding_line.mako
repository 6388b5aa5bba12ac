# -*- coding: utf-8 -*-
${message}
